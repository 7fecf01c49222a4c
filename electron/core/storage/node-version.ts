/**
 * Import this before better-sqlite3: its native module brings an older Node down without a word.
 */
const major = Number(process.versions.node.split('.')[0]);

if (major < 22) {
  process.stderr.write(
    `明册需要 Node 22 以上，当前是 ${process.versions.node}。请用 npm start 或 npm run cli 启动，它们会用项目自带的 Node。\n`,
  );
  process.exit(1);
}
