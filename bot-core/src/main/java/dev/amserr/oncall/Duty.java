package dev.amserr.oncall;

/**
 * A shift together with its team and level.
 *
 * @param level its name
 */
public record Duty(Team team, String level, Shift shift) {}
