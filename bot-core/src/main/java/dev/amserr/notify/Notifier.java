package dev.amserr.notify;

/**
 * Posts to one kind of channel. Blocks until the platform has answered or its time is over; never
 * throws for what a platform or a network does. Thread-safe.
 */
public interface Notifier {

  /** Whether it can post there at all: its kind of channel, with what it was configured with. */
  boolean serves(Channel channel);

  /** Posts once; never tries again by itself after the request was written. */
  Delivery post(Channel channel, Post post);
}
