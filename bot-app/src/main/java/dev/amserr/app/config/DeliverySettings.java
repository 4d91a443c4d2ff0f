package dev.amserr.app.config;

/**
 * Delivery of posts.
 *
 * @param deadLetters the destination that is told of posts a platform refuses for good; empty for
 *     none
 */
public record DeliverySettings(String deadLetters) {}
