const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** An identity number that nobody can bear: an area that does not exist, a right check digit. */
export function identity(birth: string, order: number): string {
  const body = `990504${birth}${String(order).padStart(3, '0')}`;
  const sum = weights.reduce((total, weight, at) => total + weight * Number(body[at]), 0);
  return `${body}${'10X98765432'[sum % 11]}`;
}

export const zhang = identity('19580312', 1);
export const li = identity('19610725', 2);
export const wang = identity('19491001', 13);

/** A people sheet of two households. */
export const peopleSheet: readonly (readonly string[])[] = [
  ['户编号', '人编号', '乡', '村', '姓名', '证件号码', '与户主关系', '文化程度', '健康状况', '务工时间（月）', '联系电话'],
  ['9900000001', '990000000101', '高台子街道', '台地村', '张试一', zhang, '户主', '小学', '长期慢性病', '', '19900000001'],
  ['9900000001', '990000000102', '高台子街道', '台地村', '李试二', li, '配偶', '文盲或半文盲', '健康', '6', '19900000001'],
  ['9900000002', '990000000201', '卧龙街道', '金坑村', '王试三', wang, '户主', '初中', '残疾', '', '19900000002'],
];
