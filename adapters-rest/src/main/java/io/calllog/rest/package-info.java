/** The HTTP API. */
@NullMarked
package io.calllog.rest;

import org.jspecify.annotations.NullMarked;
