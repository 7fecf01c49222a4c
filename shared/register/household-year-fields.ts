import { cause, fuel, householdKind, houseLevel, liftState, monitoredKind, roadKind } from './codes/household-codes.ts';
import { fieldsOf } from './field.ts';

const status = fieldsOf('householdYear', '状态');
const income = fieldsOf('householdYear', '收入');
const transfer = fieldsOf('householdYear', '转移性收入');
const property = fieldsOf('householdYear', '财产性收入');
const land = fieldsOf('householdYear', '生产条件');
const living = fieldsOf('householdYear', '生活条件');
const helping = fieldsOf('householdYear', '帮扶');

/** One record a household and year: status, income items (codes-and-income.md §2.2), living conditions. */
export const householdYearFields = [
  status('householdSize', '家庭人口数', 'count', { also: ['人数', '人口数', '当前家庭人口数', '家庭人口', 'AAC017'], unit: '人', secret: 'public' }),
  status('yearSize', '年度家庭人口数', 'count', { unit: '人', secret: 'public' }),
  status('liftState', '脱贫属性', liftState, { also: ['脱贫状态', '脱贫标志', '户类型', 'AAR010'], width: 34 }),
  status('householdKind', '贫困户属性', householdKind, { also: ['贫困属性', '贫困类型', 'AAC006'], width: 28 }),
  status('mainCause', '主要致贫原因', cause, { also: ['致贫原因1', '致贫原因', 'AAC007'] }),
  status('secondCause', '次要致贫原因', cause, { also: ['其他致贫原因', '致贫原因2', 'AAC008'] }),
  status('thirdCause', '致贫原因3', cause),
  status('relapseCause', '返贫原因', cause, { also: ['AAC009'] }),
  status('monitoredKind', '监测对象类别', monitoredKind, {
    also: ['易返贫致贫户(监测对象)类型', '监测对象类型', '易返贫致贫户类型'],
    width: 30,
  }),
  status('riskCleared', '风险是否消除', 'yesNo', { also: ['风险是否已消除'] }),
  status('riskIdentified', '风险识别时间', 'month', { also: ['识别监测时间'] }),
  status('riskClearedOn', '风险消除时间', 'month', { also: ['消除监测时间'] }),
  income('wageIncome', '工资性收入', 'money', { also: ['工资性', 'AAC073'], unit: '元' }),
  income('businessIncome', '生产经营性收入', 'money', { also: ['生产经营性', '经营性收入', '家庭经营性收入', 'AAC071'], unit: '元' }),
  income('propertyIncome', '财产性收入', 'money', { also: ['财产性', 'AAC072'], unit: '元' }),
  income('transferIncome', '转移性收入', 'money', { also: ['转移性', '转移性收入合计', '转移性收入总计', 'AAC085'], unit: '元' }),
  transfer('familyPlanningMoney', '计划生育金', 'money', { also: ['计生金', '计划生育', 'AAC076'], unit: '元' }),
  transfer('dibaoMoney', '低保金', 'money', { also: ['最低生活保障金', '低保', 'AAC077'], unit: '元', yesNo: 'dibao' }),
  transfer('tekunMoney', '特困供养金', 'money', { also: ['五保金', '特困人员救助供养金', '五保', '特困', '特困金', 'AAC086'], unit: '元', yesNo: 'tekun' }),
  transfer('pensionMoney', '养老保险金', 'money', { also: ['养老金或离退休金', '养老金', '养老保险', 'AAC087'], unit: '元', yesNo: 'residentPension' }),
  transfer('ecologyMoney', '生态补偿金', 'money', { also: ['生态补偿', 'AAC078'], unit: '元' }),
  transfer('otherTransfer', '其他转移性收入', 'money', { also: ['其他转移性', '其他转移', '其他转移性收入合计', 'AAC083'], unit: '元' }),
  property('assetDividend', '资产收益扶贫分红收入', 'money', { also: ['资产收益扶贫分红', '资产收益分红', 'AAC092'], unit: '元' }),
  property('otherProperty', '其他财产性收入', 'money', { also: ['其他财产性', '其他财产性收入(旧指标)', 'AAC093'], unit: '元' }),
  income('publicPostIncome', '公益性岗位收入', 'money', { unit: '元' }),
  income('otherWageIncome', '其他工资性收入', 'money', { unit: '元' }),
  income('industryAward', '产业奖励', 'money', { unit: '元' }),
  income('jobAward', '就业奖励', 'money', { unit: '元' }),
  income('costSubsidy', '专项用于减少生产经营性支出的补贴', 'money', { unit: '元' }),
  income('businessCost', '生产经营性支出', 'money', { also: ['生产性支出', '经营支出', '生产经营支出', '生产经营性支出(合计)', 'AAC074'], unit: '元' }),
  income('totalIncome', '年收入', 'money', { also: ['家庭总收入', '总收入', '家庭年收入', 'AAC081'], unit: '元' }),
  income('netIncome', '纯收入', 'money', { also: ['家庭纯收入', '年纯收入', 'AAC079'], unit: '元' }),
  income('perCapitaIncome', '人均纯收入', 'money', { also: ['人均收入', '年人均纯收入', '家庭人均纯收入', 'AAC082'], unit: '元' }),
  land('farmland', '耕地面积', 'measure', { also: ['耕地', 'AAC301'], unit: '亩' }),
  land('irrigatedLand', '有效灌溉面积', 'measure', { also: ['灌溉面积', 'AAC302'], unit: '亩' }),
  land('waterSurface', '水面面积', 'measure', { also: ['水面', 'AAC307'], unit: '亩' }),
  land('returnedForest', '退耕还林面积', 'measure', { also: ['退耕还林', '退耕', 'AAC304'], unit: '亩' }),
  land('orchard', '林果面积', 'measure', { also: ['林果', 'AAC305'], unit: '亩' }),
  land('pasture', '牧草地面积', 'measure', { also: ['牧草地', 'AAC306'], unit: '亩' }),
  land('forest', '林地面积', 'measure', { also: ['林地', 'AAC303'], unit: '亩' }),
  land('cooperative', '是否加入农民专业合作组织', 'yesNo', {
    also: ['是否加入农民专业合作社', '农民专业合作社', '农民专业合作组织', '是否参加农民专业合作社', 'AAC084'],
  }),
  land('leadingFirm', '是否有龙头企业带动', 'yesNo', { also: ['龙头企业带动', 'AAC088'] }),
  land('entrepreneurLed', '是否有创业致富带头人带动', 'yesNo', { also: ['创业致富带头人带动', 'AAC089'] }),
  land('productionPower', '是否通生产用电', 'yesNo', { also: ['通生产用电', 'AAC308'] }),
  living('livingPower', '是否通生活用电', 'yesNo', { also: ['通生活用电', 'AAC313'] }),
  living('broadcast', '是否通广播电视', 'yesNo', { also: ['通广播电视', 'AAC314'] }),
  living('roadDistance', '与村主干路距离', 'measure', { also: ['距村主干路距离', 'AAC315'], unit: '公里' }),
  living('roadKind', '入户路类型', roadKind, { also: ['AAC316'] }),
  living('houseArea', '住房面积', 'measure', { also: ['AAC317'], unit: '平方米' }),
  living('dangerousHouse', '是否危房户', 'yesNo', { also: ['危房户', 'AAC318'] }),
  living('houseLevel', '危房级别', houseLevel, { also: ['危房等级', '房屋等级', 'AAC322'] }),
  living('toilet', '是否有卫生厕所', 'yesNo', { also: ['卫生厕所', 'AAC319'] }),
  living('fuel', '主要燃料类型', fuel, { also: ['AAC320'] }),
  living('waterDifficulty', '饮水困难', 'yesNo', { also: ['是否饮水困难', 'AAC311'] }),
  living('safeWater', '是否解决安全饮用水', 'yesNo', { also: ['饮水安全', '是否饮水安全', '解决安全饮用水', 'AAC312', 'AAC091'] }),
  helping('helpKind', '帮扶类型', 'text'),
  helping('industryHelp', '到户产业帮扶类型', 'text'),
  helping('helpMeasures', '主要帮扶措施', 'text', { also: ['帮扶措施'], width: 60 }),
] as const;
