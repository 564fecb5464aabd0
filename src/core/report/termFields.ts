/** The fields that hold tags, or what is completed like tags. */
export type TagField = 'tags' | 'tag' | 'categories' | 'category' | 'keywords';

/** What a field's values belong to: a tag is never offered as a category. */
export type Taxonomy = 'tags' | 'categories' | 'keywords';

export const TAXONOMIES: readonly Taxonomy[] = ['tags', 'categories', 'keywords'];

const TAXONOMY_OF: Readonly<Record<TagField, Taxonomy>> = {
  tags: 'tags',
  tag: 'tags',
  categories: 'categories',
  category: 'categories',
  keywords: 'keywords',
};

export function taxonomyOf(field: TagField): Taxonomy {
  return TAXONOMY_OF[field];
}

/** The field of a name, in any case: Hugo folds keys, and a writer means the same. Null for every other field. */
export function tagFieldOf(name: string): TagField | null {
  const folded = name.trim().toLowerCase();
  return Object.hasOwn(TAXONOMY_OF, folded) ? (folded as TagField) : null;
}

/** Tells whether a field takes a list; the singular ones are mostly written with one value. */
export function isPlural(field: TagField): boolean {
  return field !== 'tag' && field !== 'category';
}
