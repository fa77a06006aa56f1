export declare const PROJECT: string;
export declare function bundleInto(folder: string, others?: Readonly<Record<string, string>>): Promise<void>;
