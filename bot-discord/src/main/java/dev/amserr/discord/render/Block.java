package dev.amserr.discord.render;

/** Markup that can be shortened. */
interface Block {

  /** All of it. */
  String whole();

  /**
   * All of it if that fits, else its beginning with a count of what is missing; empty where not
   * even that fits.
   *
   * @param most the room, in code points
   */
  String within(int most);
}
