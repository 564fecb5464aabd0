import type { FieldHelp, FieldKnowledge } from '../generators/fieldHelp';
import type { Generator, Site } from '../generators/generator';

const known = new WeakMap<Generator, Map<string, FieldKnowledge>>();

/** What there is to know of the fields of a site. */
export function knowledgeOf({ generator, version }: Site): FieldKnowledge {
  let versions = known.get(generator);
  if (!versions) {
    versions = new Map();
    known.set(generator, versions);
  }
  let knowledge = versions.get(version);
  if (!knowledge) {
    knowledge = generator.fieldKnowledge(version);
    versions.set(version, knowledge);
  }
  return knowledge;
}

/** A field's name as the generator compares names. */
export function foldedName(name: string, { generator }: Site): string {
  return generator.foldsKeys ? name.toLowerCase() : name;
}

/** What there is to know of a field; undefined where that is nothing. */
export function helpOf(name: string, site: Site): FieldHelp | undefined {
  const folded = foldedName(name, site);
  return knowledgeOf(site).fields.find((help) => foldedName(help.name, site) === folded);
}

/** Tells whether a field holds a list. */
export function takesList(name: string, site: Site): boolean {
  return helpOf(name, site)?.types[0] === 'list';
}
