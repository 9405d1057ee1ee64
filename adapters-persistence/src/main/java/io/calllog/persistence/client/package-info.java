/** Stores and reads clients. */
@NullMarked
package io.calllog.persistence.client;

import org.jspecify.annotations.NullMarked;
