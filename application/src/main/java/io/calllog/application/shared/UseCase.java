package io.calllog.application.shared;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the implementation of an in-port and names the transaction that it runs in. The core opens
 * no transaction itself; the wiring finds this annotation and does.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface UseCase {

  /** The transaction around each call of the in-port. */
  TxMode value();
}
