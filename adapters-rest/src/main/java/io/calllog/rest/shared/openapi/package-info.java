/** The OpenAPI document, drawn from the types that requests and answers are read and written by. */
@NullMarked
package io.calllog.rest.shared.openapi;

import org.jspecify.annotations.NullMarked;
