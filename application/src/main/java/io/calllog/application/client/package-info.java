/** The rules for clients that several use cases share. */
@NullMarked
package io.calllog.application.client;

import org.jspecify.annotations.NullMarked;
