/** Clients over HTTP. */
@NullMarked
package io.calllog.rest.client;

import org.jspecify.annotations.NullMarked;
