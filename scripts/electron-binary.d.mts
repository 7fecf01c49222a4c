export function findElectron(): string | null;
export function fetchElectron(milliseconds?: number): Promise<string | null>;
export function hasDisplay(): boolean;
export function sandboxFlags(): string[];
