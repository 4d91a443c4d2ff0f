package dev.amserr.errorcode;

import org.jspecify.annotations.Nullable;

/**
 * Another code worth looking at.
 *
 * @param relation how it is related, in words
 */
public record RelatedCode(
    String system, @Nullable String name, @Nullable String value, String relation) {}
