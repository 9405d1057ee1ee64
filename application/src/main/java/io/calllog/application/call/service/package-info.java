/** Use cases for calls. Only the module {@code bootstrap} refers to them. */
@NullMarked
package io.calllog.application.call.service;

import org.jspecify.annotations.NullMarked;
