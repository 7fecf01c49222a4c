/**
 * Traditional and variant characters that stand in names on older papers, each before the one that is written today. Names
 * alone: 後 and 后, 於 and 于, 範 and 范 are different surnames elsewhere and are left as they are.
 */
const pairs = `
張张 劉刘 陳陈 楊杨 趙赵 黃黄 吳吴 孫孙 馬马 羅罗 鄭郑 謝谢 許许 韓韩 馮冯 鄧邓 蕭萧 蔣蒋 葉叶 蘇苏 呂吕 盧卢 鐘钟 鍾钟 譚谭 陸陆 賈贾 韋韦 鄒邹 閻阎 閆闫 龍龙 賀贺 顧顾 龔龚 萬万 錢钱 嚴严 賴赖 湯汤 鄔邬 莊庄
龐庞 畢毕 齊齐 喬乔 竇窦 紀纪 項项 衛卫 藍蓝 樂乐 關关 駱骆 簡简 饒饶 歐欧 陽阳 鮑鲍 聶聂 黨党 單单 寧宁 甯宁 車车 達达 繆缪 遲迟 應应 載载 國国 華华 榮荣 麗丽 鳳凤 蘭兰 雲云 蓮莲 紅红 偉伟 傑杰 強强 彊强 軍军
輝辉 煇辉 飛飞 濤涛 興兴 慶庆 寶宝 寳宝 貴贵 財财 義义 禮礼 樹树 東东 愛爱 鵬鹏 鋒锋 銘铭 鐵铁 鋼钢 銀银 錦锦 聖圣 雙双 實实 學学 書书 勝胜 勳勋 勛勋 獻献 瑤瑶 瓊琼 瑩莹 環环 煥焕 燁烨 曄晔 燦灿 凱凯 勁劲 勵励
協协 貞贞 賢贤 贊赞 連连 進进 運运 遠远 選选 鄉乡 陰阴 靈灵 靜静 韻韵 順顺 穎颖 頴颖 風风 駿骏 魯鲁 鶴鹤 鴻鸿 鵑鹃 麥麦 嬌娇 嫻娴 嬋婵 岡冈 嵐岚 嶺岭 峯峰 從从 復复 憲宪 懷怀 揚扬 時时 昇升 晉晋 暉晖 曉晓 楓枫
業业 權权 歡欢 歲岁 氣气 漢汉 潔洁 澤泽 濟济 瀾澜 爾尔 爲为 為为 現现 璽玺 當当 發发 碩硕 祿禄 禎祯 穩稳 競竞 節节 純纯 紋纹 納纳 紹绍 綠绿 維维 綱纲 緒绪 緯纬 績绩 繼继 續续 聞闻 聰聪 聯联 肅肃 臨临 舉举 艷艳
豔艳 薩萨 藝艺 蘊蕴 見见 規规 覺觉 親亲 訓训 計计 詠咏 詩诗 誌志 誠诚 語语 諸诸 諾诺 謙谦 譽誉 讓让 豐丰 貝贝 堃坤 珮佩 菓果 邨村 羣群 濶阔 姪侄 喆哲 恆恒 棟栋 榦干 橋桥 檢检 淨净 淵渊 滿满 潤润 濱滨 燈灯 獅狮
瑋玮 瑪玛 甦苏 畫画 皚皑 祐佑 絲丝 綺绮 緣缘 縈萦 莖茎 葦苇 蓋盖 蔭荫 蕓芸 詳详 諒谅 譯译 賓宾 賜赐 贏赢 軒轩 轉转 鄰邻 醫医 鈞钧 鈺钰 鉅钜 鎮镇 鏡镜 長长 開开 閣阁 雋隽 霽霁 頌颂 願愿 騰腾 驥骥 鳴鸣 鶯莺 點点
靑青 淸清 敎教 幷并 郞郎 呉吴 買买 來来 遼辽 稱称 騫骞 鑒鉴 鑑鉴 鎖锁 鑄铸 鋭锐 銳锐 錫锡 鏈链`;

const standard = new Map(pairs.trim().split(/\s+/).map((pair) => [pair.charAt(0), pair.charAt(1)] as const));
const hasVariant = new RegExp(`[${[...standard.keys()].join('')}\\u2e80-\\u2fdf\\uf900-\\ufaff]`);

/** A name as it is written today: traditional and variant characters, and those that look like one but are another code. */
export const todaysWriting = (name: string): string =>
  hasVariant.test(name) ? [...name.normalize('NFKC')].map((one) => standard.get(one) ?? one).join('') : name;
