/** Use cases for officers. Only the module {@code bootstrap} refers to them. */
@NullMarked
package io.calllog.application.officer.service;

import org.jspecify.annotations.NullMarked;
