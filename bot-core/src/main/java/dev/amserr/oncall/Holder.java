package dev.amserr.oncall;

/** Somebody who is on call, and why. */
public record Holder(Person person, Reason why) {}
