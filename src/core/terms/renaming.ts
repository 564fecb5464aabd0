/** Which names go, and which one comes, as one generator tells names apart. */
export interface Renaming {
  readonly to: string;
  readonly isOld: (name: string) => boolean;
  readonly isNew: (name: string) => boolean;
}
