package dev.amserr.oncall;

/**
 * People who follow a level to learn; they are never paged.
 *
 * @param of the name of the level
 * @param layer who follows when
 */
public record Shadow(String of, Layer layer) {}
