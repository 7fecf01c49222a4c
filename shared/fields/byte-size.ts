/** A size as people say it: 820 字节, 12.3 KB, 4.5 MB. */
export function byteSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`;
  const [divisor, unit] = bytes < 1024 * 1024 ? [1024, 'KB'] : bytes < 1024 * 1024 * 1024 ? [1024 * 1024, 'MB'] : [1024 * 1024 * 1024, 'GB'];
  return `${(bytes / divisor).toFixed(1)} ${unit}`;
}
