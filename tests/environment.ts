/** As it was when this process of tests began. */
const first = { ...process.env };

/** Takes back what a file of tests set for its program. */
export function restoreEnvironment(): void {
  for (const name of Object.keys(process.env)) if (!(name in first)) delete process.env[name];
  Object.assign(process.env, first);
}
