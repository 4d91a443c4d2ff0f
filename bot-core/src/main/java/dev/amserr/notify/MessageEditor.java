package dev.amserr.notify;

/** What a platform adds that can change a message after it was posted. */
public interface MessageEditor {

  /**
   * Replaces a message's content.
   *
   * @param messageId as {@link Delivery.Delivered} gave it
   */
  Delivery edit(Channel channel, String messageId, Post post);
}
