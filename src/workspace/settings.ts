import * as vscode from 'vscode';
import { generators } from '../core/generators';
import type { GeneratorName } from '../core/generators/generator';

/** How loud a rule is; `default` leaves it to the rule. */
export type SeveritySetting = 'default' | 'error' | 'warning' | 'info' | 'hint' | 'off';

/** The user's settings for one file. */
export interface Settings {
  readonly generator: GeneratorName | 'auto';
  readonly generatorVersion: string;
  /** By rule code. */
  readonly severity: Readonly<Record<string, SeveritySetting>>;
  readonly takeawayHeadings: readonly string[];
  /** The path of the JSON Schema for fields; empty where there is none. */
  readonly schema: string;
  /** The tags to use, with their aliases, as they are written in the settings. */
  readonly tagVocabulary: unknown;
  /** Whether other tags than those are unwanted. */
  readonly onlyVocabularyTags: unknown;
}

/** The settings that findings depend on, by their names. */
export const SETTINGS_OF_FINDINGS = [
  'generator', 'generatorVersion', 'rules', 'takeawayHeadings', 'schema', 'tagVocabulary', 'onlyVocabularyTags',
] as const; // prettier-ignore

/** Reads the settings that hold for a file. The editor marks a value of the wrong kind, but hands it on: it counts as none. */
export function readSettings(uri: vscode.Uri): Settings {
  const configuration = vscode.workspace.getConfiguration('conferenceNotes', uri);
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const generator = text(configuration.get<unknown>('generator'));
  const severity = configuration.get<unknown>('rules');
  const headings = configuration.get<unknown>('takeawayHeadings');
  return {
    generator: isGenerator(generator) ? generator : 'auto',
    generatorVersion: text(configuration.get<unknown>('generatorVersion')),
    severity:
      typeof severity === 'object' && severity !== null ? (severity as Record<string, SeveritySetting>) : {},
    takeawayHeadings: Array.isArray(headings) ? headings.filter((item) => typeof item === 'string') : [],
    schema: text(configuration.get<unknown>('schema')),
    tagVocabulary: configuration.get<unknown>('tagVocabulary'),
    onlyVocabularyTags: configuration.get<unknown>('onlyVocabularyTags'),
  };
}

function isGenerator(name: string): name is GeneratorName {
  return Object.hasOwn(generators, name);
}

/** The user's settings for the preview of one file. */
export interface PreviewSettings {
  /** The preview shows what the editor shows. */
  readonly followsEditor: boolean;
  /** The editor shows what the preview shows. */
  readonly leadsEditor: boolean;
  /** The tags that a note has in its text are shown, once they are sanitised. */
  readonly rawHtml: boolean;
  /** Images may be fetched from the web; never before the user trusts the workspace. */
  readonly remoteImages: boolean;
  /** VS Code's own Markdown preview has marks. */
  readonly marksMarkdownPreview: boolean;
}

/** Reads the settings for the preview of a file; of none where nothing is shown. */
export function readPreviewSettings(uri: vscode.Uri | null): PreviewSettings {
  const configuration = vscode.workspace.getConfiguration('conferenceNotes', uri);
  return {
    followsEditor: configuration.get<boolean>('preview.scrollPreviewWithEditor', true),
    leadsEditor: configuration.get<boolean>('preview.scrollEditorWithPreview', true),
    rawHtml: configuration.get<boolean>('preview.html', true),
    remoteImages: vscode.workspace.isTrusted && configuration.get<boolean>('preview.remoteImages', false),
    marksMarkdownPreview: configuration.get<boolean>('preview.markInMarkdownPreview', true),
  };
}

/** Whether reports follow a file that they name when it is moved. */
export function followsMoves(uri: vscode.Uri): boolean {
  return vscode.workspace.getConfiguration('conferenceNotes', uri).get<boolean>('updateLinksOnMove', true);
}
