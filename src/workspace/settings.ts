import * as vscode from 'vscode';
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

/** Reads the settings that hold for a file. */
export function readSettings(uri: vscode.Uri): Settings {
  const configuration = vscode.workspace.getConfiguration('conferenceNotes', uri);
  return {
    generator: configuration.get<GeneratorName | 'auto'>('generator', 'auto'),
    generatorVersion: configuration.get<string>('generatorVersion', ''),
    severity: configuration.get<Record<string, SeveritySetting>>('rules', {}),
    takeawayHeadings: configuration.get<string[]>('takeawayHeadings', []),
    schema: configuration.get<string>('schema', ''),
    tagVocabulary: configuration.get<unknown>('tagVocabulary'),
    onlyVocabularyTags: configuration.get<unknown>('onlyVocabularyTags'),
  };
}
