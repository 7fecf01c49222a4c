/**
 * Characters that are taken for one another by eye — in handwriting, in bad copies, in the choices of an input method by
 * shape — as far as they stand in names of people. A group a word; a character may stand in several.
 */
const groups = `
己已巳 末未朱 戊戌戍成 土士 日曰 天夭 大太犬 人入八 干千于 王玉主 刀刁力 午牛 田由甲申 目自 白百 今令 永水 贝见 史吏 仑仓 兔免 辛幸
亨享 侯候 凤风 凡几 券卷 勾句 勿匆 卞卡 厉历 召名各 衷哀衰 坎坟 城域 壮状 复夏 季李秀 宇字 宜宣 官宫 寇冠 尹伊 幼幻 廷延 弋戈
彬杉 微徽 恒桓垣 扬杨场畅 晴睛 枝技 析折 材村林 毋母 汨汩 沐沭 治冶 泽择译 玲铃伶 瓜爪 竟竞 管菅 籍藉 粟栗 绵锦棉 育肓 芋芊 荀苟
荼茶 莱菜 蓝篮兰 薄簿 蜜密 迁迂 遂逐 邢刑形 酒洒 钗叙 闫间阎 闲闹 陈阵 陕狭 隋随 颖颍 鸟乌 鸣鸠 龙尤 龚袭 余佘 冼洗 冷泠 刘对
汪江 沈沉 汤杨 洪哄 波玻坡 浩皓洁 清青情请 倩情 静净 梅海悔 佳住桂 娟捐涓 妹昧 婷停 莉利 丽俪 苹萍 芬芳 芝艺 英莫 菜荣 云去
国园固 军车 伟伪 志忘 忠患 明朋 昌冒 旺旰 春舂 景影 晓烧 柏拍 栋株 根银 桃挑 楠喃 彪彫 辉挥 晖辉 元无亓 岂凯 恺凯 勤勒靳 博傅
付傅 厚原 友反 可司 吉古 启后 君群 周同仝 喜善 嘉喜 圣怪 坤坦 奇寄 妍研 家冢 宾滨 少小 岭岑 岩岸 峰蜂锋 巧朽 平乎 庆床 庚康 弘引
怀坏 思恩 慧彗 振震 文丈 斤斥 方万 昊吴 昕听 昭招 晨震 智暂 杏杳 权杈 柳卯 栓拴 楚焚 正止 武式 汉汗 沛沁 河何 泉帛 洋样祥 律津
淑叔 炎灸 炜伟 焕换 煜昱 受爱 牧收 玟致 珂坷 珊姗册 珍诊 珠株 琦奇 琴琵 瑜喻 瑞端 瑶摇 硕顾 科料 稳隐 章童 笑芙 索素 绍沼 维淮雄
翠萃 耀濯 肖省萧 腾滕 臣巨 良艮 若苦 茹如 莹营 菊掬 蕾雷 虎虑 裴斐 西酉 豪毫 贤坚 贵责 越趋 连莲 逸免 邓郑 邱丘 郁都 郝赫 郭敦
金全 钧均 钰玉 锐悦 雅稚 顺须 颜彦 高亮 魁鬼 鲁鱼 鹤鹃 黎梨 仕什 任住 伦论 伯怕 佩珮 俊骏峻 刚钢 利刹 劲颈 卓早 代戴 曲由 贺货
喻瑜 阮院 柴紫 单早 谭潭 覃谭 廖寥 滕藤 查杳 盖益 秘密 粱梁 缪谬 茅芧 蒙豪 裘袭 谷容 赖籁 邰郤 郗郤 鄢鄙 阙阚 项顶`;

const byCharacter = new Map<string, Set<string>>();
for (const group of groups.trim().split(/\s+/)) {
  for (const one of group) {
    const found = byCharacter.get(one) ?? new Set<string>();
    for (const other of group) if (other !== one) found.add(other);
    byCharacter.set(one, found);
  }
}

/** Whether two different characters are easily taken for one another. */
export const lookAlike = (one: string, other: string): boolean => byCharacter.get(one)?.has(other) === true;

/** How many characters the table knows. */
export const lookAlikesKnown = byCharacter.size;

const representatives = new Map<string, string>();
/** Joins whatever is connected: two names that look alike have the same key, and so have some that do not. */
for (const start of byCharacter.keys()) {
  if (representatives.has(start)) continue;
  const open = [start];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (representatives.has(one)) continue;
    representatives.set(one, start);
    open.push(...(byCharacter.get(one) ?? []));
  }
}

/** By what names that look alike are found; whether they do is for `lookAlike` to say. */
export const lookKey = (name: string): string => {
  let key = '';
  for (const one of name) key += representatives.get(one) ?? one;
  return key;
};
