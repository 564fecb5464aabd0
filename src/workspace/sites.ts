import type * as vscode from 'vscode';
import type { Site } from '../core/generators/generator';
import type { Message } from '../core/message';

/** A site as it was found around a file. */
export interface DetectedSite {
  readonly site: Site;
  /** The site's root folder; null where none was found. */
  readonly root: vscode.Uri | null;
  /** The file's path from the root, or from its workspace folder, with forward slashes. */
  readonly path: string;
  /** The file lies where the site keeps its reports. */
  readonly inContentFolder: boolean;
  /** The file by which it was found, from the root; null where none was. */
  readonly configFile: string | null;
  /** The user's settings name the generator. */
  readonly isChosen: boolean;
  /** How it was found, for people. */
  readonly reason: Message;
}

/** What the readings of a folder's reports depend on. */
export interface SiteFingerprint {
  readonly text: string;
  /** The site's root, or the workspace folder; empty where there is neither. */
  readonly root: string;
  /** Tells by a report's name whether it decides about others, too. */
  readonly decidesAboutFolder: (name: string) => boolean;
}

/** Finds the site of a file, nearest first, and says when that may have changed. */
export interface Sites {
  siteOf(uri: vscode.Uri): Promise<DetectedSite>;
  /**
   * Stands for all that decides how the reports of a file's folder are read, but for what other reports say: with the
   * same text, a report of the same text is read in the same way.
   */
  fingerprintOf(uri: vscode.Uri): Promise<SiteFingerprint>;
  readonly onDidChange: vscode.Event<void>;
}
