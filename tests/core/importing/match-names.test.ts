import { describe, expect, it } from 'vitest';
import { nameKinship } from '../../../electron/core/importing/match-names.ts';
import { lookAlike, lookAlikesKnown } from '../../../shared/fields/look-alikes.ts';
import { plainName } from '../../../shared/fields/plain-name.ts';

/** Two writings of one invented person's name, as lists have them: by sound, by look, by an older or another writing, by a slip. */
const one = `
王丽/王莉 李建国/李健国 张伟/张玮 刘志强/刘智强 陈小燕/陈晓燕 周文斌/周文彬 吴桂芝/吴桂枝 郑淑珍/郑淑贞 马玉兰/马玉蓝 高占元/高站元
单玉田/山玉田 仇大江/裘大江 孙洪波/孙红波 钱凤英/钱凤瑛 赵永胜/赵永盛 曾广才/曾广财 宋宝义/宋保义 于得水/于德水 谢春花/谢春华 韩金玲/韩金铃
赵己一/赵已一 孙未然/孙末然 李戊/李戌 张千里/张干里 王天明/王夭明 刘延河/刘廷河 陈宇飞/陈字飞 周季平/周李平 吴析成/吴折成 郑沐阳/郑沭阳
马栗子/马粟子 高辛/高幸 徐侯生/徐候生 朱荼香/朱茶香 胡冶民/胡治民 林扬/林杨 何晴/何睛 郭颖/郭颍 梁玲/梁伶 余大海/佘大海
王玉田/王玉由 张士杰/张土杰 李日升/李曰升 孙大力/孙太力 杨春生/杨舂生 刘汪洋/刘江洋 冯喜財/冯喜财 張國強/张国强 劉鳳蘭/刘凤兰 陳堃/陈坤
買買提·艾力/買買提艾力 阿依古丽·买买提/阿依古丽•买买提 古丽．热合曼/古丽·热合曼 那仁·格日勒/那仁格日勒 阿卜杜拉‧卡德尔/阿卜杜拉·卡德尔 艾力江.吐尔逊/艾力江·吐尔逊
张_三/张三 李_四/李四 王五（户主）/王五 赵六*/赵六 欧阳_建国/欧阳建国 刘_·_洋/刘洋 肖云/萧云 闫石/阎石 付强/傅强 戴明/代明 邱成/丘成
王建国/王国建 李桂兰/李兰桂 张玉/张玉珍 刘德胜/刘德 陈永福/陈永 欧阳建/欧阳建国
`;

/** Two people: names that share much and are not one. */
const two = `
王建国/王建军 李桂兰/李桂芳 张玉珍/张玉梅 刘德胜/刘德利 陈永福/陈永贵 周文斌/周文武 吴桂芝/吴桂花 郑淑珍/郑淑兰 马玉兰/马玉霞 高占元/高占山
赵大/赵二 钱一/钱三 孙志强/孙志刚 李小红/李小明 王秀英/王秀兰 张凤英/张凤云 刘桂芬/刘桂香 陈淑华/陈淑琴 周玉兰/周玉凤 吴秀珍/吴秀荣
王伟/李伟 张丽/刘丽 陈红/周红 李强/李勇 王军/王涛 刘洋/刘阳光 张敏/张静 赵磊/赵鹏 孙艳/孙梅 周杰/周斌
马明/马亮 高飞/高峰 徐波/徐涛 朱琳/朱丹 胡军/胡斌 林涛/林波 何平/何安 郭亮/郭明 梁勇/梁强 宋辉/宋阳
韩冰/韩雪 唐磊/唐石 许刚/许强 邓超/邓伟 冯燕/冯娟 曹阳/曹月 彭辉/彭飞 曾庆红/曾庆林 萧山/萧河 田野/田园
买买提·艾力/买买提·吐尔逊 阿依古丽·买买提/阿依努尔·买买提 古丽·热合曼/古丽·卡德尔 那仁·格日勒/那仁·其其格
欧阳建国/欧阳志远 司马光明/司马光宗 诸葛平/诸葛安 王/李 赵家国/钱家国 李建国/李建 张建华/张建中 刘玉梅/刘玉海燕
`;

/** `_` is a blank inside a name. */
const pairs = (text: string): (readonly [string, string])[] => text.trim().split(/\s+(?=\S+\/)/).map((pair) => {
  const [left = '', right = ''] = pair.replaceAll('_', ' ').split('/');
  return [left, right] as const;
});
const same = pairs(one);
const different = pairs(two);

describe('two writings of a name', () => {
  it('are known for one person’s: precision and recall over labelled pairs', () => {
    const missed = same.filter(([left, right]) => nameKinship(left, right) === null);
    const wrong = different.filter(([left, right]) => nameKinship(left, right) !== null);
    const hits = same.length - missed.length;
    const [precision, recall] = [hits / (hits + wrong.length), hits / same.length];
    process.stdout.write(`names: ${same.length} pairs of one person, ${different.length} of two; precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}; missed ${missed.map((pair) => pair.join('/')).join(' ') || '—'}; wrong ${wrong.map((pair) => pair.join('/')).join(' ') || '—'}\n`);
    expect(same.length).toBeGreaterThan(70);
    expect(different.length).toBeGreaterThan(60);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.95);
    // Whichever way round.
    for (const [left, right] of [...same, ...different]) expect(nameKinship(right, left)?.grade).toBe(nameKinship(left, right)?.grade);
  });

  it('tell how they are kin', () => {
    expect(nameKinship('王丽', '王莉')).toEqual({ grade: 'sound', why: '姓名同音：丽—莉' });
    expect(nameKinship('孙末然', '孙未然')).toEqual({ grade: 'look', why: '姓名形近：末—未' });
    expect(nameKinship('買買提艾力', '买买提·艾力')).toEqual({ grade: 'same', why: '同名（繁体或异体写法不同）' });
    expect(nameKinship('那仁格日勒', '那仁·格日勒')).toEqual({ grade: 'same', why: '同名（间隔点、空格写法不同）' });
    expect(nameKinship('張國強', '张国强')).toEqual({ grade: 'same', why: '同名（繁体或异体写法不同）' });
    expect(nameKinship('张玉', '张玉珍')).toEqual({ grade: 'slip', why: '姓名少一个“珍”字' });
    expect(nameKinship('王国建', '王建国')).toEqual({ grade: 'slip', why: '名字前后颠倒' });
    expect(nameKinship('', '王建国')).toBeNull();
  });

  it('have look-alikes both ways, and few enough that not all names look alike', () => {
    expect(lookAlikesKnown).toBeGreaterThan(400);
    for (const [left, right] of [['己', '巳'], ['未', '末'], ['戊', '戌'], ['士', '土']] as const) expect([lookAlike(left, right), lookAlike(right, left)]).toEqual([true, true]);
    expect([lookAlike('王', '李'), lookAlike('国', '强')]).toEqual([false, false]);
    expect(plainName('阿不都 · 买买提')).toBe('阿不都买买提');
  });
});
