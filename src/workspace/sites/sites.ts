import type * as vscode from 'vscode';
import type { Site } from '../../core/generators/generator';
import type { Message } from '../../core/message';

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

/** What the reports of a folder have in common. */
export interface FolderSite {
  /**
   * Stands for all that decides how they are read, but for what other reports say: with the same text, a report of the
   * same text is read in the same way.
   */
  readonly fingerprint: string;
  /** The site's root, or the workspace folder; empty where there is neither. */
  readonly root: string;
  /** Tells by a report's name whether it decides about others, too. */
  decidesAboutFolder(name: string): boolean;
  /** Looks up, once, what else is to be known of them; what it gives tells the site as it was found around one of them. */
  place(): Promise<(uri: vscode.Uri) => DetectedSite>;
}

/** Finds the site of a file, nearest first, and says when that may have changed. */
export interface Sites {
  siteOf(uri: vscode.Uri): Promise<DetectedSite>;
  /** Looks up what the reports of a file's folder have in common; not to be kept beyond a change. */
  folderOf(uri: vscode.Uri): Promise<FolderSite>;
  readonly onDidChange: vscode.Event<void>;
}
