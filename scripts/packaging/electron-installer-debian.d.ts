/** As much of electron-installer-debian as is used here; it has no types of its own. */
declare module 'electron-installer-debian' {
  interface InstallerOptions {
    readonly src: string;
    readonly options: Readonly<Record<string, unknown>>;
    /** Where the finished package goes. */
    readonly rename: () => string;
    readonly logger: (line: string) => void;
  }

  export class Installer {
    constructor(data: InstallerOptions);
    /** The folder that becomes the root of the package; known after `createStagingDir`. */
    readonly stagingDir: string;
    generateDefaults(): Promise<unknown>;
    generateOptions(): unknown;
    createStagingDir(): Promise<void>;
    createContents(): Promise<unknown>;
    createPackage(): Promise<void>;
    movePackage(): Promise<void>;
  }
}
