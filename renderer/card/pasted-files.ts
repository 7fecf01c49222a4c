/** Files in a clipboard, and pictures such as of the screen, which have no name of their own: each is called by its number. `have`: how many there are already. */
export function pastedFiles({ files }: Pick<DataTransfer, 'files'>, have: number): File[] {
  return [...files].map((file, at) => (/^image\.(png|jpe?g)$/i.test(file.name) ? new File([file], `粘贴的图片${have + at + 1}.${file.name.split('.').at(-1) ?? ''}`, { type: file.type }) : file));
}
