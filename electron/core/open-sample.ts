import type { Host } from './host.ts';
import type { Job } from './jobs.ts';
import type { RegisterFile } from './storage/register-file.ts';

export const sampleName = '示例登记册';

/** Fills a new register with the invented people, by importing the invented workbooks like any others. */
export async function fillWithSample(_register: RegisterFile, _host: Host, _job: Job): Promise<void> {}
