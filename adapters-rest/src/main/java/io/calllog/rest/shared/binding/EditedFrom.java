package io.calllog.rest.shared.binding;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the responses that a client reads, edits and sends back as this body. The properties of the
 * responses that the body does not have are read-only: they are ignored, whatever their value.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface EditedFrom {

  /** The record that {@code GET} answers at the same address, and others of the resource. */
  Class<? extends Record>[] value();
}
