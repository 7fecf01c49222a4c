import type { DutyLine } from '../../../shared/plan/duties/judge.ts';

const escaped = (text: string): string => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll('\n', '\\n');
const plain = (day: string): string => day.replaceAll('-', '');
const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** A line of at most 75 octets, continued as RFC 5545 has it; never broken inside a character. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const sign of line) {
    const size = Buffer.byteLength(sign);
    if (octets + size > (parts.length === 0 ? 75 : 74)) {
      parts.push(part);
      [part, octets] = ['', 0];
    }
    part += sign;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}

/** The duties as a calendar (.ics): each on its last working day, all day long, with an alarm the morning before. */
export function dutyCalendar(lines: readonly DutyLine[], { name, stamp }: { readonly name: string; readonly stamp: string }): string {
  const events = lines.flatMap(({ duty, who, title, label, due, remind, row, least }) => [
    'BEGIN:VEVENT',
    `UID:${duty}-${due}-${Buffer.from(who).toString('hex').slice(0, 40)}@mingce`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${plain(remind)}`,
    `DTEND;VALUE=DATE:${plain(dayAfter(remind))}`,
    `SUMMARY:${escaped(`${who}：${title}（${label}）`)}`,
    `DESCRIPTION:${escaped(`${row}，至少 ${least}，最迟 ${due}`)}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escaped(title)}`, 'TRIGGER:-PT16H', 'END:VALARM',
    'END:VEVENT',
  ]);
  return `${['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Mingce//Duties//ZH', 'CALSCALE:GREGORIAN', `X-WR-CALNAME:${escaped(name)}`, ...events, 'END:VCALENDAR'].map(folded).join('\r\n')}\r\n`;
}
