/** Why a version of a notebook was kept. */
export type VersionReason = 'opened' | 'saved' | 'left' | 'replaced' | 'on-disk';
