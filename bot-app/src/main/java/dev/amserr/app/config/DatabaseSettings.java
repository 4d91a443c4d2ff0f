package dev.amserr.app.config;

import org.jspecify.annotations.Nullable;

/**
 * The store.
 *
 * @param url its address, which may hold a password; null for a file in the data folder
 */
public record DatabaseSettings(@Nullable Secret url) {}
