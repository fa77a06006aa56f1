interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
}

export declare function readManifest(): Manifest;
export declare function dependenciesOfPackage(manifest: Manifest): Record<string, string>;
export declare function putPackedManifest(): void;
export declare function restoreManifest(): void;
