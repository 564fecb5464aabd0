import { atLeast } from '../versions';

/** The files that tell Hugo's version, nearest to the truth first: what is built with, what is published with, what is at hand. */
export const HUGO_VERSION_FILES: readonly string[] = [
  '.hugo-version',
  'netlify.toml',
  'vercel.json',
  'render.yaml',
  'amplify.yml',
  '.github/workflows/',
  '.gitlab-ci.yml',
  'package.json',
  '.tool-versions',
  'mise.toml',
  '.mise.toml',
  'Dockerfile',
];

const NUMBER = /\d+\.\d+(?:\.\d+)?/;

/** `HUGO_VERSION: "0.131.0"`, `hugo-version: 0.131.0`, `key: HUGO_VERSION` with its `value`, `hugo = "0.131.0"`. */
const SETTING =
  /\bhugo[\w-]*version\b["']?\s*(?:[:=]|\n\s*value:)\s*["']?v?(\d+\.\d+(?:\.\d+)?)(?![\w.]*\$)/i;

/** `hugo_extended_0.131.0`, `hugo_extended:0.131.0`, `hugo:exts-0.131.0`, `hugo@0.131.0`, `download/v0.131.0/hugo`. */
const NAME =
  /\bhugo(?:_extended)?["']?(?:_|@|:(?:[a-z]+-)*|\s+(?:extended_)?|\s*=\s*["'](?:extended_)?)v?(0\.\d+(?:\.\d+)?)|\/v(0\.\d+(?:\.\d+)?)\/hugo/i;

/**
 * The version of Hugo that a file tells.
 * @param name the file's path from the site's root
 * @returns undefined where it tells none
 */
export function hugoVersionIn(name: string, text: string): string | undefined {
  const found =
    name === '.hugo-version'
      ? NUMBER.exec(text)?.[0]
      : name === 'package.json'
        ? packageVersion(text)
        : (SETTING.exec(withoutComments(text))?.[1] ?? named(withoutComments(text)));
  // `latest` and versions that there never were tell nothing.
  return found !== undefined && atLeast(found, '0.1') && !atLeast(found, '1') ? found : undefined;
}

/** hugo-extended has the version of its Hugo; hugo-bin has one of its own, and a setting for Hugo's. */
function packageVersion(text: string): string | undefined {
  const extended = /"hugo-extended"\s*:\s*"[\^~=v\s]*(\d+\.\d+(?:\.\d+)?)"/.exec(text)?.[1];
  return extended ?? /"hugo-bin"\s*:\s*\{[^{}]*"version"\s*:\s*"v?(\d+\.\d+(?:\.\d+)?)"/.exec(text)?.[1];
}

function named(text: string): string | undefined {
  const match = NAME.exec(text);
  return match?.[1] ?? match?.[2];
}

/** What YAML, TOML and Dockerfiles leave out. */
function withoutComments(text: string): string {
  return text.replace(/^\s*#.*$/gm, '');
}
