package dev.amserr.oncall;

/**
 * A code as far as ownership goes.
 *
 * @param system the id of its error system
 * @param name such as {@code MPE_MGMT_FAILED}, or empty
 * @param value such as {@code 0x80890001}
 */
public record OwnedCode(String system, String name, String value) {}
