// What routing tells the first institution to do, each with its reason in words.

interface Told {
  itemCodes: string[];
  reason: string;
}

/** To the institution that takes the main items; a chief liaison there is contacted first (R33, R34). */
export interface Transfer extends Told {
  kind: 'transfer_down' | 'transfer_up';
  toInstitutionId: string;
  liaisonIds: string[];
  /** The county of a town whose case goes straight to the city (R35). */
  copiedInstitutionIds: string[];
}

/** Handled by the first institution itself. */
export interface Stays extends Told {
  kind: 'stays';
  institutionId: string;
}

/** One of the few items of another level: straight to its chief contact there (R37). */
export interface ContactDirectly extends Told {
  kind: 'contact_directly';
  /** null = no institution of that level; shown red, never a failure. */
  institutionId: string | null;
  chiefContactId: string | null;
  /** That level's chief liaisons, where the item has no chief contact. */
  fallbackLiaisonIds: string[];
  redLight: boolean;
}

/** The city's line department asks the body above it; never a transfer (R36). */
export interface CoordinateProvince extends Told {
  kind: 'coordinate_province';
  fromDepartment: string;
  toDepartment: string;
}

/** An institution of the same level in another region of the project (R42, R121). */
export interface CoHandle extends Told {
  kind: 'co_handle';
  institutionId: string;
  lead: boolean;
}

/** The first institution answers before anything moves. */
export interface Ask extends Told {
  kind: 'ask';
  about: 'item_level' | 'main_level' | 'lead_county';
  question: string;
}

/** What the roster or the catalogue lacks; nothing moves before it is there (R34). */
export interface Gap extends Told {
  kind: 'gap';
  missing: 'institution' | 'chief_liaison' | 'province_department';
}

export type Action = Transfer | Stays | ContactDirectly | CoordinateProvince | CoHandle | Ask | Gap;

export const isOpen = (action: Action): action is Ask | Gap => action.kind === 'ask' || action.kind === 'gap';
