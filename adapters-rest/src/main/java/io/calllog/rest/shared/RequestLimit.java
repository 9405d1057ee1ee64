package io.calllog.rest.shared;

/** The rate limit of the caller of the current request. It is an attribute of the request. */
public interface RequestLimit {

  /** The name of the attribute. */
  String ATTRIBUTE = "io.calllog.rest.requestLimit";

  /**
   * Counts the current request as so many more requests.
   *
   * @throws io.calllog.application.shared.TooManyRequests if that exceeds the limit; then none of
   *     them is counted
   */
  void countMore(int requests);
}
