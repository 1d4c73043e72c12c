package dev.interlock.analysis.sharing;

/** What an accessed location belongs to, when seen from the outermost code that can name it. */
public enum Home {
  /** A static field. */
  STATIC,
  /** The object that the outermost code runs on. */
  OBJECT,
  /** An object that the outermost code made for its own use. */
  LOCAL,
  /** An object that the outermost code was given. */
  ARGUMENT,
  /** Only the run that makes the access can reach it. */
  CONFINED,
  /** Not known. */
  UNKNOWN
}
