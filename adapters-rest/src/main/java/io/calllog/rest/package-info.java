/** The HTTP interface. */
@NullMarked
package io.calllog.rest;

import org.jspecify.annotations.NullMarked;
