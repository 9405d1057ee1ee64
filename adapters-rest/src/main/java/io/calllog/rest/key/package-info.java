/** The HTTP API of keys. */
@NullMarked
package io.calllog.rest.key;

import org.jspecify.annotations.NullMarked;
