/** A file that is put beside the built program; the import is its full path. */
declare module '*?asset' {
  const path: string;
  export default path;
}
