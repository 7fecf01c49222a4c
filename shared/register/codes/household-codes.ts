import type { CodeList } from '../../fields/code.ts';

/** Dictionaries of the household sheets. */
export const standard: CodeList = {
  name: '识别标准',
  values: [
    { value: '国家标准', code: '01', also: ['国定标准'] },
    { value: '省定标准', code: '02', also: ['省标'] },
    { value: '市定标准', code: '03', also: ['市标'] },
  ],
};

export const householdKind: CodeList = {
  name: '贫困户属性',
  values: [
    { value: '一般贫困户', code: '01', also: ['一般脱贫户', '贫困户'] },
    { value: '低保贫困户', code: '04', also: ['低保户', '低保脱贫户', '02'] },
    { value: '特困供养贫困户', code: '06', also: ['五保户', '五保贫困户', '特困供养户', '特困户', '特困供养脱贫户', '03'] },
    { value: '一般农户', code: '05' },
  ],
};

export const liftState: CodeList = {
  name: '脱贫属性',
  values: [
    { value: '未脱贫', code: '0' },
    { value: '预脱贫', code: '3' },
    { value: '已脱贫（享受政策）', also: ['已脱贫享受政策', '脱贫户（继续享受政策）', '脱贫户（享受政策）', '已脱贫(继续享受政策)'] },
    { value: '已脱贫（不再享受政策）', also: ['已脱贫不享受政策', '已脱贫（不享受政策）', '脱贫户（不享受政策）', '脱贫户（不再享受政策）', '脱贫不享受政策'] },
    { value: '返贫', code: '2' },
    { value: '已脱贫', code: '1', also: ['脱贫户', '脱贫'], covers: ['已脱贫（享受政策）', '已脱贫（不再享受政策）'] },
    { value: '一般农户' },
  ],
};

export const cause: CodeList = {
  name: '致贫原因',
  values: [
    { value: '因病' },
    { value: '因残' },
    { value: '因学' },
    { value: '因灾', also: ['因自然灾害'] },
    { value: '缺土地' },
    { value: '缺水' },
    { value: '缺技术' },
    { value: '缺劳力', also: ['缺劳动力'] },
    { value: '缺资金' },
    { value: '交通条件落后' },
    { value: '自身发展动力不足', also: ['自身发展力不足', '自身发展能力不足'] },
    { value: '因婚' },
    { value: '因丧' },
    { value: '产业扶贫失败', also: ['产业失败'] },
    { value: '其他', also: ['其它'] },
  ],
};

export const monitoredKind: CodeList = {
  name: '监测对象类别',
  values: [
    { value: '脱贫不稳定户', code: '001', also: ['脱贫不稳定'] },
    { value: '边缘易致贫户', code: '002', also: ['边缘易致贫', '边缘户'] },
    { value: '突发严重困难户', code: '003', also: ['突发严重困难'] },
  ],
};

export const houseLevel: CodeList = {
  name: '危房级别',
  values: [
    { value: 'A级', also: ['A'] },
    { value: 'B级', also: ['B'] },
    { value: 'C级', also: ['C'] },
    { value: 'D级', also: ['D'] },
  ],
};

export const roadKind: CodeList = {
  name: '入户路类型',
  values: [
    { value: '泥土路', code: '01' },
    { value: '砂石路', code: '02' },
    { value: '水泥路', code: '03' },
    { value: '沥青路', code: '04' },
    { value: '硬化路', covers: ['水泥路', '沥青路'], from: 2021 },
  ],
};

export const fuel: CodeList = {
  name: '主要燃料类型',
  values: [
    { value: '柴草', code: '01' },
    { value: '干畜粪', code: '02' },
    { value: '煤炭', code: '03' },
    { value: '清洁能源', code: '04' },
    { value: '其他', code: '99', also: ['其它'] },
  ],
};
